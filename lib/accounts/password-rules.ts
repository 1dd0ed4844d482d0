/** NIST SP 800-63B: length and a list of known bad choices, no composition rules. Lengths are in characters. */
export const passwordLength = { min: 10, max: 200 } as const;

const common = new Set(
  `1234567890 12345678910 0123456789 9876543210 0987654321 1234567891 123456789a a123456789 q123456789 123456789q
  1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4t5 q1w2e3r4t5y6 qwertyuiop qwerty12345 qwerty123456 qwerty1234 asdfghjkl1 zxcvbnm123
  1qaz2wsx3edc qazwsxedc123 password12 password123 password1234 password12345 password123456 passw0rd123 p@ssw0rd123
  p@ssword123 passwordpassword mypassword1 mypassword123 letmein123 letmein1234 welcome123 welcome1234 welcome12345
  iloveyou12 iloveyou123 iloveyou1234 administrator admin12345 admin123456 adminadmin rootrootroot changeme123
  changeme1234 football123 baseball123 basketball sunshine123 princess123 superman123 dragon12345 monkey12345
  trustno1trustno1 abcdefghij abcdefghijk abcd1234567 abc1234567 abc123456789 correcthorsebatterystaple
  11112222333 1122334455 1234512345 123123123123 123321123321 147258369 1472583690
  michael123 jennifer123 liverpool1 manchester manchester1 christopher charlie123 computer123 internet123 facebook123
  google12345 samsung123 pokemon123 starwars123 whatever123 q1w2e3r4t5y6u7 zaq12wsxcde3 unbelievable fuckyou123
  secret12345 secretsecret testtest123 testtesttest test123456 default123 guestguest mastery123 systemdesign
  systemdesign123 systemdesignmastery loadbalancer loadbalancer1 nginxnginx haproxy123`
    .split('\n')
    .flatMap((line) => line.trim().split(/\s+/)),
);

const isRepetition = (text: string) => /^(.{1,4}?)\1+$/.test(text);

const isRun = (text: string) =>
  [...text].every(
    (character, index) => index === 0 || character.charCodeAt(0) - text.charCodeAt(index - 1) === 1,
  );

/** What is wrong with a new password, as a sentence that says what to do; null when nothing is. */
export const findPasswordProblem = (password: string, personal: readonly string[]): string | null => {
  const length = [...password].length;
  if (length < passwordLength.min)
    return `Use at least ${passwordLength.min} characters. Four unrelated words work well.`;
  if (length > passwordLength.max) return `Use at most ${passwordLength.max} characters.`;
  const plain = password.toLowerCase();
  if (common.has(plain) || common.has(plain.replaceAll(/\s+/g, '')) || isRepetition(plain) || isRun(plain)) {
    return 'This password is among the first that attackers try. Choose another one.';
  }
  const leaked = personal.some((word) => word.length >= 4 && plain.includes(word.toLowerCase()));
  if (leaked && [...plain].length < passwordLength.min * 2) {
    return 'The password contains your name or email address. Choose one that does not.';
  }
  return null;
};
