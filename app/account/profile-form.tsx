'use client';

import { sendForm } from '@/lib/accounts/client/sign-in-with';
import { Field } from '@/lib/ui/form/field';
import { Form } from '@/lib/ui/form/form';
import { LongField } from '@/lib/ui/form/long-field';
import { loadPage } from '@/lib/ui/load-page';

type Props = { name: string; about: string; aboutLength: number };

/** Changes what others see of a person. */
export const ProfileForm = ({ name, about, aboutLength }: Props) => (
  <Form
    submit={(fields) => sendForm('/api/accounts/profile', fields)}
    onDone={() => loadPage('/account?changed=profile')}
    action="Save the profile"
    busy="Saving…"
    kind="secondary"
  >
    {(problemOf) => (
      <>
        <Field
          label="Name"
          name="name"
          autoComplete="name"
          defaultValue={name}
          hint="It stands beside what you write."
          problem={problemOf('name')}
        />
        <LongField
          label="About you"
          name="about"
          rows={4}
          maxLength={aboutLength}
          defaultValue={about}
          hint={`Plain text for your public page, up to ${aboutLength} characters.`}
          problem={problemOf('about')}
        />
      </>
    )}
  </Form>
);
