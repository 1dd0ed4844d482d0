/**
 * Asks again for a script or stylesheet whose download was broken off, twice, before anything on the page hears of the
 * failure. Browsers break off every download when the machine's network changes, and to Chromium on Linux the bridge of
 * a cell that comes or goes is such a change (docs/decisions/0042). Runs before everything else; proxy.ts allows it by hash.
 */
export const repeatDownloadsScript = `addEventListener('error',function(e){
var f=e.target,t=f&&f.tagName,left=2;
if(!e.isTrusted||f.isRepeat||!(t==='SCRIPT'&&f.src||t==='LINK'&&f.rel==='stylesheet'))return;
e.stopImmediatePropagation();
var tell=function(n){f.dispatchEvent(new Event(n))};
var repeat=function(){
var c=document.createElement(t),a=f.attributes,i;
for(i=0;i<a.length;i++)c.setAttribute(a[i].name,a[i].value);
c.nonce=f.nonce;c.isRepeat=true;
c.onload=function(){tell('load')};
c.onerror=function(){c.remove();if(left-->0)setTimeout(repeat,500);else tell('error')};
(f.parentNode||document.head).appendChild(c)};
left--;setTimeout(repeat,150)},true)`;
