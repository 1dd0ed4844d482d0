/**
 * Asks again for a script or stylesheet whose download was broken off, twice, before anything on the page hears of the
 * failure. Browsers break off every download when the machine's network changes, and to Chromium on Linux the bridge of
 * a cell that comes or goes is such a change (docs/decisions/0042). Runs before every other script; what stands above it in
 * the head can have failed before it runs, unheard. A stylesheet takes the place of the one that failed, so that the cascade
 * stays as it was. proxy.ts allows it by hash.
 */
export const repeatDownloadsScript = `(function(){
var ask=function(f){
if(f.isAsked)return;f.isAsked=true;
var left=2,tell=function(n){f.dispatchEvent(new Event(n))};
var repeat=function(){
left--;
var c=document.createElement(f.tagName),a=f.attributes,i;
for(i=0;i<a.length;i++)c.setAttribute(a[i].name,a[i].value);
c.nonce=f.nonce;c.isRepeat=true;
c.onload=function(){if(f.tagName==='LINK')f.remove();tell('load')};
c.onerror=function(){c.remove();if(left>0)setTimeout(repeat,500);else tell('error')};
if(f.parentNode)f.parentNode.insertBefore(c,f);else document.head.appendChild(c)};
setTimeout(repeat,150)};
addEventListener('error',function(e){
var f=e.target,t=f&&f.tagName;
if(!e.isTrusted||f.isRepeat||!(t==='SCRIPT'&&f.src||t==='LINK'&&f.rel==='stylesheet'))return;
e.stopImmediatePropagation();ask(f)},true);
document.querySelectorAll('link[rel=stylesheet]').forEach(function(l){if(!l.sheet)ask(l)});
document.querySelectorAll('script[src]').forEach(function(s){
var p=performance.getEntriesByName(s.src).pop();
if(p&&p.responseStatus===0&&p.decodedBodySize===0)ask(s)});
})()`;
