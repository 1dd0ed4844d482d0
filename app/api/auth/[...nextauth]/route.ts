import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '@/lib/accounts/auth-options';

type Context = { params: Promise<{ nextauth: string[] }> };

const respond = (request: NextRequest, context: Context): Promise<Response> =>
  NextAuth(request, context, authOptions(request));

export { respond as GET, respond as POST };
