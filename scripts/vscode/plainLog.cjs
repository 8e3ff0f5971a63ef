// Put in the place of VS Code's native log writer, which would need a compiler: appends to the same files.
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

exports.setFlushOn = () => {};

exports.createAsyncRotatingLogger = async (_name, file) => {
  mkdirSync(dirname(file), { recursive: true });
  let lowest = 0;
  let isBare = false;
  const write = (level) => (message) => {
    if (level < lowest) return;
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    appendFileSync(file, isBare ? message : `${time} [${levels[level]}] ${message}\n`);
  };
  return {
    trace: write(0),
    debug: write(1),
    info: write(2),
    warn: write(3),
    error: write(4),
    critical: write(5),
    getLevel: () => lowest,
    setLevel: (level) => {
      lowest = level;
    },
    setPattern: () => {},
    clearFormatters: () => {
      isBare = true;
    },
    flush: () => {},
    drop: () => {},
  };
};
