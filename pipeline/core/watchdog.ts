/**
 * Runs in a thread beside a task in a process of its own and ends that process when it takes more memory than
 * it may (megabytes, the first argument), or when the process that asked has gone; the task may be in a loop
 * that hears nothing.
 */
const most = Number(process.argv[2]) * 1_048_576;
const parent = process.ppid;
setInterval(() => {
  if (process.memoryUsage.rss() > most || process.ppid !== parent) process.kill(process.pid, "SIGKILL");
}, 100);
