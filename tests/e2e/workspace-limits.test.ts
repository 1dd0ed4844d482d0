import { describe, expect, it } from 'vitest';
import { expectAccessible } from '@/tests/support/browser';
import { applied, button, endLab, startLab } from '@/tests/support/workspace-page';
import { useProduct } from '@/tests/support/product';

describe('a lab host with one place and short runs', () => {
  const product = useProduct({
    env: { LAB_MAX_CELLS: '1', LAB_WARM_CELLS: '0', LAB_IDLE_SECONDS: '12', LAB_WARNING_SECONDS: '8' },
  });
  const visit = async () => {
    const visitor = await product.visit();
    visitor.page.setDefaultTimeout(20_000);
    return visitor;
  };

  it('the second learner sees their place in the queue and gets the lab when the first one ends', async () => {
    const [first, second] = [await visit(), await visit()];
    await startLab(first.page, 'first-balancer');
    await second.page.goto('/labs/first-balancer');
    await button(second.page, 'Continue as guest').click();
    await button(second.page, 'Start lab').click();
    await second.page.getByText('You are number 1 in the queue').waitFor();
    await expectAccessible(second.page, 'the queue');
    await endLab(first.page);
    await applied(second.page);
    await endLab(second.page);
    expect([...(await first.problems()), ...(await second.problems())]).toEqual([]);
    await first.leave();
    await second.leave();
  });

  it('a lab that nobody uses warns, goes on when it is extended, and ends with the files kept', async () => {
    const { page, leave } = await visit();
    await startLab(page, 'first-balancer');
    const warning = page
      .getByRole('alert')
      .filter({ hasText: 'The lab ends soon. Press Extend to keep it.' });
    await warning.waitFor();
    await page.getByText(/^Ends in \d+ s$/).waitFor();
    await button(page, 'Extend').click();
    await warning.waitFor({ state: 'detached' });
    await page.getByText(/^(1\d|2\d) s left$/).waitFor();
    await warning.waitFor();
    await page
      .getByText('The lab ended because nothing happened for a while. Your files are kept.')
      .waitFor();
    await button(page, 'Start lab').click();
    await applied(page);
    await endLab(page);
    await leave();
  });
});
