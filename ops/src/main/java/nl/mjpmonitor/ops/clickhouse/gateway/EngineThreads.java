package nl.mjpmonitor.ops.clickhouse.gateway;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes threads with the stack the engine needs: it runs statements on the calling thread, deep queries included. */
record EngineThreads(String name, AtomicInteger count) implements ThreadFactory {

    private static final long STACK_BYTES = 8L << 20;

    static EngineThreads named(String name) {
        return new EngineThreads(name, new AtomicInteger());
    }

    @Override
    public Thread newThread(Runnable task) {
        Thread thread = new Thread(null, task, name + "-" + count.incrementAndGet(), STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    }
}
