import { describe, expect, it } from 'vitest';
import { findsPromises } from './finds_promise';

// A Wednesday afternoon, in whichever zone the test runs.
const now = new Date(2026, 10, 11, 14, 0).getTime();
const on = (dayOfMonth: number, hour: number, minute = 0) =>
  new Date(2026, 10, dayOfMonth, hour, minute).toISOString();
const due = (reply: string) => findsPromises(reply, now).map(({ dueAt }) => dueAt);

describe('findsPromises', () => {
  it.each([
    ['You will hear from us by 15:30.', on(11, 15, 30)],
    ['We will call you by 3:30 pm today.', on(11, 15, 30)],
    ['I will write by 3 p.m.', on(11, 15)],
    ["It works again by 4 o'clock.", undefined],
    ['It works again by 16 Uhr.', on(11, 16)],
    ['We will be done by noon.', on(12, 12)],
    ['We need until tomorrow 12:00.', on(12, 12)],
    ['It is fixed by tomorrow at noon.', on(12, 12)],
    ['It is fixed by midnight.', on(12, 0)],
    ['I will call you tomorrow at 10.', on(12, 10)],
    ['You have an answer by Friday.', on(13, 23, 59)],
    ['You have an answer by Friday at 9:15.', on(13, 9, 15)],
    ['You have it by Wednesday 15:00.', on(11, 15)],
    ['You have it by Wednesday 13:00.', on(18, 13)],
    ['We will be back before 18:00.', on(11, 18)],
    ['We answer within two hours.', on(11, 16)],
    ['We answer within 45 minutes.', on(11, 14, 45)],
    ['We answer within the next half an hour.', on(11, 14, 30)],
  ])('English: %s', (reply, at) => {
    expect(due(reply)).toEqual(at ? [at] : [on(12, 4)]);
  });

  it.each([
    ['Sie hören bis 15:30 von uns.', on(11, 15, 30)],
    ['Sie hören bis 15:30 Uhr von uns.', on(11, 15, 30)],
    ['Wir melden uns bis spätestens 15.30 Uhr.', on(11, 15, 30)],
    ['Wir brauchen bis morgen 12 Uhr.', on(12, 12)],
    ['Bis übermorgen ist es behoben.', on(13, 23, 59)],
    ['Ich rufe Sie morgen um 9 Uhr an.', on(12, 9)],
    ['Spätestens Freitag um 9:00 wissen wir mehr.', on(13, 9)],
    ['Wir melden uns innerhalb von zwei Stunden.', on(11, 16)],
    ['Wir melden uns binnen 30 Minuten.', on(11, 14, 30)],
    ['Bis heute Mitternacht ist alles da.', on(12, 0)],
  ])('German: %s', (reply, at) => {
    expect(due(reply)).toEqual([at]);
  });

  it.each([
    ['We are open from 9:00 until 18:00.'],
    ['Wir sind von 9:00 bis 18:00 Uhr da.'],
    ['Wir sind Montag bis Freitag da.'],
    ['Please send it by Friday.'],
    ['Bitte antworten Sie bis morgen 12:00.'],
    ['Can you send it by 15:30?'],
    ['It was fixed by today 13:00.'],
    ['The upload takes 15:30 minutes.'],
    ['Go by the book.'],
    ['Guten Morgen Frau Gruber,'],
    ['It broke at 10:15.'],
    ['We had fixed it before Friday.'],
    ['by 31:00'],
    [''],
  ])('no promise: %s', (reply) => {
    expect(due(reply)).toEqual([]);
  });

  it('a time of day that has passed means tomorrow', () => {
    expect(due('You have it by 13:30.')).toEqual([on(12, 13, 30)]);
  });

  it('says what is promised: the sentence, and the words of time in it', () => {
    const [first] = findsPromises('Thank you. I will call by 15:30, for sure. Bye', now);
    expect(first?.sentence).toBe('I will call by 15:30, for sure.');
    expect(first?.words).toBe('by 15:30');
  });

  it('finds several, as they read, each moment once', () => {
    expect(
      due('We answer within two hours. It works by tomorrow 9:00, by 16:00 you know more.'),
    ).toEqual([on(11, 16), on(12, 9)]);
  });
});
