import 'monaco-editor/editor/editor.worker.js';

// Whoever started this worker hands it to the editor when it hears this.
self.postMessage('ready');
