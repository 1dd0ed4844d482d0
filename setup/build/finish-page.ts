import { createHash } from 'node:crypto';
import { usedStyles, withoutFaces } from './used-styles';

type File = { name: string; text: string };

/** A page whose text comes first, the file that holds what the page said to its scripts, and that of all its styles. */
export type FinishedPage = { html: string; data: File; styles: File };

const script = /<script\b([^>]*)>([\s\S]*?)<\/script>/g;
const stylesheet = /<link rel="stylesheet" href="([^"]+)" data-precedence="next"\/>/g;
/** Wanted later; React adds the manifest's link when it takes the page over. */
const later = /<link rel="(?:preload"(?=[^>]* as="script")|manifest")[^>]*\/>/g;
const end = '</body></html>';

const attribute = (attributes: string, name: string) =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1];

const isData = (text: string) =>
  text.includes('self.__next_f') || text.startsWith('(globalThis["TURBOPACK"]');

/**
 * Begins once the text is painted, or after three seconds where a browser does not tell; a hidden tab paints nothing and does
 * not wait. Names all scripts, so that they are fetched side by side. All styles are there before any script adds what the page
 * itself has no styles for. Then the page's own script runs, since Next takes what is missing when it begins for missing for
 * good, and the others when it ran. React looks for the links of its stylesheets and would add those that it does not find:
 * it finds them, disabled, which browsers do not fetch.
 */
const loader = (own: string, scripts: readonly string[], all: string, styles: readonly string[]) =>
  `(function(own,scripts,all,styles){
var add=function(tag,set){var e=document.createElement(tag);for(var k in set)e[k]=set[k];return document.head.appendChild(e)};
var run=function(){add('script',{src:own,onload:function(){scripts.forEach(function(f){add('script',{src:f})})}})};
var begun,load=function(){
if(begun)return;begun=true;
add('link',{rel:'stylesheet',href:all,onload:run,onerror:run});
styles.forEach(function(f){add('link',{rel:'stylesheet',disabled:true,href:f}).dataset.precedence='next'});
scripts.concat(own).forEach(function(f){add('link',{rel:'preload',as:'script',href:f})})};
if(document.hidden)load();else{setTimeout(load,3000);try{new PerformanceObserver(load).observe({type:'paint',buffered:true})}catch(e){load()}}
})(${[own, scripts, all, styles].map((value) => JSON.stringify(value)).join(',')})`;

/** Stylesheets name their fonts relative to themselves. */
const fromPage = (css: string) => css.replaceAll(/url\((["']?)\.\.\/media\//g, 'url($1/_next/static/media/');

const nameOf = (text: string, ending: string) =>
  `page-${createHash('sha256').update(text).digest('hex').slice(0, 16)}.${ending}`;

const classesIn = (html: string): ReadonlySet<string> =>
  new Set([...html.matchAll(/\sclass="([^"]*)"/g)].flatMap(([, names = '']) => names.split(/\s+/)));

/**
 * Puts what is needed to read a prerendered page first: the styles that it uses into the page, everything else after the first
 * paint (docs/decisions/0043). The data that React takes the page over with, longer than the page, moves into a file.
 * @param readStyle gives the text of a stylesheet by its address
 * @returns null when the page has no scripts
 * @throws when the page is not built as Next 16 builds pages: then this must learn the new form, or go
 */
export const finishPage = (html: string, readStyle: (href: string) => string): FinishedPage | null => {
  const scripts = [...html.matchAll(script)].map(([all, attributes = '', text = '']) => ({
    all,
    text,
    source: attribute(attributes, 'src'),
    isOld: /\snomodule\b/i.test(attributes),
  }));
  const files = scripts.filter(({ source, isOld }) => source !== undefined && !isOld);
  const data = scripts.filter(({ source, text }) => source === undefined && isData(text));
  if (files.length === 0 && data.length === 0) return null;
  const styles = [...html.matchAll(stylesheet)].flatMap(([, href]) => href ?? []);
  if (files.length < 2 || data.length < 2 || styles.length === 0 || !html.endsWith(end)) {
    throw new Error('A prerendered page does not have the form that setup/build/finish-page.ts knows.');
  }
  const text = data.map((one) => one.text).join(';\n');
  const name = nameOf(text, 'js');
  const gone = new Set([...files, ...data].map(({ all }) => all));
  const sources = [...new Set(files.flatMap(({ source }) => source ?? []))];
  const classes = classesIn(html);
  const sheets = styles.map(readStyle);
  const css = sheets.map((sheet) => fromPage(usedStyles(sheet, classes))).join('\n');
  const allStyles = withoutFaces(sheets.join('\n'));
  const allName = nameOf(allStyles, 'css');
  if (css.includes('</')) throw new Error('A stylesheet would end its element in the page.');
  const inOnePlace = `<style data-precedence="next">${css}</style>`;
  let isPlaced = false;
  const withStyles = html.replaceAll(stylesheet, () => {
    if (isPlaced) return '';
    isPlaced = true;
    return inOnePlace;
  });
  const bare = withStyles.replaceAll(later, '').replaceAll(script, (all) => (gone.has(all) ? '' : all));
  const at = (file: string) => `/_next/static/chunks/${file}`;
  const starter = `<script>${loader(at(name), sources, at(allName), styles)}</script>`;
  return {
    html: bare.slice(0, -end.length) + starter + end,
    data: { name, text },
    styles: { name: allName, text: allStyles },
  };
};
