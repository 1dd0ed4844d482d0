import { compile } from 'monaco-editor/editor/standalone/common/monarch/monarchCompile';
import { describe, expect, it } from 'vitest';
import { haproxyKeywords } from './haproxy-keywords';
import { haproxyLanguage } from './haproxy-language';
import { nginxDirectives } from './nginx-directives';
import { nginxLanguage } from './nginx-language';
import { haproxyPlace, nginxPlace } from './place';
import { explain, suggest } from './suggest';

const fitting = (balancer: 'nginx' | 'haproxy', before: string) =>
  suggest(balancer, before)
    .filter((one) => one.fits)
    .map((one) => one.label);

describe('the languages of the editor', () => {
  it('compile without an error', () => {
    expect(() => compile('nginx-lab', nginxLanguage)).not.toThrow();
    expect(() => compile('haproxy-lab', haproxyLanguage)).not.toThrow();
  });

  it('explain at least sixty words each, none twice in one place', () => {
    for (const list of [nginxDirectives, haproxyKeywords]) {
      expect(list.length).toBeGreaterThanOrEqual(60);
      for (const one of list) expect(one.help.length).toBeGreaterThan(20);
      const places = list.map((one) => `${one.name} in ${one.contexts.join(' ')}`);
      expect(new Set(places).size).toBe(places.length);
    }
  });

  it('know the block of an Nginx file, past comments, quotes and variables in braces', () => {
    expect(nginxPlace('http {\n # }\n log_format a "}"; set $b ${c};\n upstream p {\n ser').context).toBe(
      'upstream',
    );
    expect(nginxPlace('http { server { } ').context).toBe('http');
    expect(nginxPlace('http { # list').context).toBe('comment');
  });

  it('suggest what fits', () => {
    expect(fitting('nginx', 'http { upstream pool { ')).toContain('least_conn');
    expect(fitting('nginx', 'http { upstream pool { ')).not.toContain('proxy_pass');
    expect(fitting('nginx', 'http { upstream pool { server ')).toContain('app1:8080');
    expect(haproxyPlace('backend a\n  ba').context).toBe('backend');
    expect(fitting('haproxy', 'backend a\n  balance ')).toContain('leastconn');
    expect(fitting('haproxy', 'backend a\n  server app1 app1:8080 ')).toContain('check');
    expect(fitting('haproxy', 'backend a\n  timeout ')).toContain('connect');
  });

  it('explain a word by where it stands', () => {
    expect(explain('haproxy', 'connect', '  timeout ')?.name).toBe('timeout connect');
    expect(explain('haproxy', 'check', '  server app1 app1:8080 ')?.contexts).toEqual(['server']);
    expect(explain('nginx', 'proxy_next_upstream', '')?.fallback).toBe('error timeout');
    expect(explain('nginx', 'listne', '')).toBeNull();
  });
});
