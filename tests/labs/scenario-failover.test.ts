import { describeScenario } from './scenario-variants';

describeScenario('failover');
