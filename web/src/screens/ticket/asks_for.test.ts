import { describe, expect, it } from 'vitest';
import { asksFor } from './asks_for';

describe('asksFor', () => {
  it.each([
    ['Could you send us your phone number?', ['phone']],
    ['Please tell me your e-mail address.', ['email']],
    ['What is your email?', ['email']],
    ["What's your mobile number, so that we can call?", ['phone']],
    ['We need your full name and your phone number.', ['phone', 'name']],
    ['May I have a phone number to call you on?', ['phone']],
    ['Which e-mail address do you sign in with?', ['email']],
    ['What is the best number to reach you?', ['phone']],
    ['Which plan are you on?', ['plan']],
    ['What time zone are you in?', ['zone']],
    ['Please confirm your company name.', ['account']],
    ['Your phone number, please', ['phone']],
    ['Let me know your phone number and I will call.', ['phone']],
  ])('English: %s', (draft, kinds) => {
    expect(asksFor(draft)).toEqual(kinds);
  });

  it.each([
    ['Bitte nennen Sie uns Ihre Telefonnummer.', ['phone']],
    ['Können Sie mir Ihre E-Mail-Adresse schicken?', ['email']],
    ['Wie lautet Ihre Telefonnummer?', ['phone']],
    ['Teilen Sie uns bitte Ihre Handynummer mit.', ['phone']],
    ['Unter welcher Telefonnummer erreichen wir Sie?', ['phone']],
    ['Wir benötigen noch Ihren Namen.', ['name']],
    ['Welchen Tarif haben Sie?', ['plan']],
    ['In welcher Zeitzone sind Sie?', ['zone']],
    ['Ihre Mailadresse bitte', ['email']],
    ['Gib mir bitte deine Telefonnummer.', ['phone']],
  ])('German: %s', (draft, kinds) => {
    expect(asksFor(draft)).toEqual(kinds);
  });

  it.each([
    ['We sent the link to your e-mail address.'],
    ['We sent it to your e-mail address; tell us if it does not arrive.'],
    ['Tell us if the mail to your e-mail address does not arrive.'],
    ['I will call you on your phone number at 15:30.'],
    ['Please check your e-mail.'],
    ['Could you send the logs to our e-mail address?'],
    ['Please send us the name of the gallery.'],
    ['Your plan has a first reply within four hours.'],
    ['Please plan your upload for tomorrow.'],
    ['Wir haben den Link an Ihre E-Mail-Adresse geschickt.'],
    ['Sagen Sie uns, ob die Mail an Ihre E-Mail-Adresse ankam.'],
    ['What is your gallery name?'],
    ['Could you give the gallery a name?'],
    ['We will send you a plan.'],
    ['Ihr Tarif enthält das schon.'],
    ['> What is your phone number?\nIt is done.'],
    [''],
  ])('asks for nothing: %s', (draft) => {
    expect(asksFor(draft)).toEqual([]);
  });
});
