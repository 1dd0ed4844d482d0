import { describeScenario } from './scenario-variants';

describeScenario('layer-4');
