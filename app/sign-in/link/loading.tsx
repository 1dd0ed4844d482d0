import { Loading } from '@/lib/ui/loading';

export default Loading;
