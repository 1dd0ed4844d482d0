import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '@/lib/accounts/auth-options';
import { rotateSession } from '@/lib/accounts/rotate-session';

type Context = { params: Promise<{ nextauth: string[] }> };

const respond = (request: NextRequest, context: Context): Promise<Response> =>
  rotateSession(request, () => NextAuth(request, context, authOptions(request)));

export { respond as GET, respond as POST };
