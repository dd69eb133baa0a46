import {defineConfig} from 'vite';
import shared from '../vite.config.js';

export default defineConfig({resolve: shared.resolve});
