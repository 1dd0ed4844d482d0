import { describeScenario } from './scenario-variants';

describeScenario('first-balancer');
