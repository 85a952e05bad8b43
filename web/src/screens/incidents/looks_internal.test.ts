import { describe, expect, it } from 'vitest';
import { looksInternal } from './looks_internal';

describe('what looks internal in a public text', () => {
  it.each([
    ['The disk of db-03 is full.', ['db-03']],
    ['web1.fra.example.com does not answer', ['web1.fra.example.com']],
    ['k8s-node-7 was restarted', ['k8s-node-7']],
    ['Files on store.internal are safe.', ['store.internal']],
    ['See wiki.corp and NAS2.lan.', ['wiki.corp', 'NAS2.lan']],
    ['It works on localhost.', ['localhost']],
    ['Requests to 10.0.4.17 fail.', ['10.0.4.17']],
    ['Requests to 10.0.4.17:8080 fail.', ['10.0.4.17']],
    ['The gateway fe80::1 is down', ['fe80::1']],
    ['The gateway 2001:db8:0:0:0:0:0:1 is down', ['2001:db8:0:0:0:0:0:1']],
    ['db-03, then 10.0.0.1, then db-03 again', ['db-03', '10.0.0.1']],
  ])('finds it in “%s”', (text, words) => {
    expect(looksInternal(text)).toEqual(words);
  });

  it.each([
    'Galleries do not open since 10:05. We are looking for the cause.',
    'Back by 14:05:10 at the latest, on 4.3.2026.',
    'We restore version 4.12.1 of the uploader.',
    'Uploads of MP4 and H264 videos fail; IPv6 and UTF8 are not the cause.',
    'Write to help@example.com or see status.example.com.',
    'Two servers failed: 99.9 % of pictures are there :: none is lost.',
    'Web, mail and app work again for 300 customers.',
    '',
  ])('finds nothing in “%s”', (text) => {
    expect(looksInternal(text)).toEqual([]);
  });
});
