package nl.mjpmonitor.ops.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Steps that depend on one another. Each runs as soon as what it depends on is done, side by side with the others. */
final class StartPlan {

    /** The work of a step. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    private record Step(String name, Set<String> after, Work work) {}

    private final Map<String, Step> steps = new LinkedHashMap<>();

    /**
     * Adds a step. Steps are added after those they depend on, which rules out circles.
     *
     * @throws IllegalArgumentException when a step it depends on has not been added, or the name is taken
     */
    StartPlan step(String name, Set<String> after, Work work) {
        for (String needed : after) {
            if (!steps.containsKey(needed)) {
                throw new IllegalArgumentException("%s comes after %s, which is not known".formatted(name, needed));
            }
        }
        if (steps.putIfAbsent(name, new Step(name, Set.copyOf(after), work)) != null) {
            throw new IllegalArgumentException("There are two steps called " + name);
        }
        return this;
    }

    /** The names in an order in which each comes after what it depends on. */
    List<String> order() {
        return List.copyOf(steps.keySet());
    }

    /**
     * Runs all steps and waits for them. When one fails, those that have not begun never do, those under way are interrupted, and
     * the failure is thrown after they ended.
     *
     * @return the time each step took, in the order they were finished
     */
    Map<String, Duration> run() throws Exception {
        Map<String, Duration> times = Collections.synchronizedMap(new LinkedHashMap<>());
        Map<String, CompletableFuture<Void>> futures = new LinkedHashMap<>();
        CompletableFuture<Void> firstFailure = new CompletableFuture<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Step step : steps.values()) {
                CompletableFuture<?>[] needed =
                        step.after().stream().map(futures::get).toArray(CompletableFuture<?>[]::new);
                futures.put(
                        step.name(),
                        CompletableFuture.allOf(needed)
                                .thenRunAsync(() -> run(step, times), threads)
                                .whenComplete((nothing, failure) -> {
                                    if (failure != null) {
                                        firstFailure.completeExceptionally(failure);
                                    }
                                }));
            }
            CompletableFuture<Void> all =
                    CompletableFuture.allOf(new ArrayList<>(futures.values()).toArray(CompletableFuture<?>[]::new));
            try {
                CompletableFuture.anyOf(all, firstFailure).get();
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw cause(e);
            } catch (InterruptedException e) {
                threads.shutdownNow();
                throw e;
            }
        }
        return new LinkedHashMap<>(times);
    }

    private static void run(Step step, Map<String, Duration> times) {
        Instant begin = Instant.now();
        try {
            step.work().run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        } catch (Exception e) {
            throw new CompletionException(e);
        }
        times.put(step.name(), Duration.between(begin, Instant.now()));
    }

    private static Exception cause(ExecutionException failure) {
        Throwable cause = failure;
        while ((cause instanceof ExecutionException || cause instanceof CompletionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof Exception exception ? exception : new IllegalStateException(cause);
    }
}
