/** The 'server-only' marker throws outside Next's server build; tests run on the server by definition. */
export {};
