import { drawIcon } from '@/lib/sharing/picture/draw-icon';

export const size = { width: 180, height: 180 };
export const contentType = 'image/png';

/** For home screens that take no SVG. */
const AppleIcon = () => drawIcon(size.width, true);
export default AppleIcon;
