package org.jansenrit.core.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/**
 * On which threads a simulation runs, and who hears of its progress. Results do not depend on it.
 * Immutable.
 *
 * <p>Interrupting the thread that called {@code simulate} stops all others within a block of lanes;
 * the call then throws a {@link CancellationException}, and its thread stays interrupted.
 */
public final class Execution {
  private final int threads;
  private final Optional<ExecutorService> executor;
  private final Progress progress;

  private Execution(int threads, Optional<ExecutorService> executor, Progress progress) {
    this.threads = threads;
    this.executor = executor;
    this.progress = progress;
  }

  /** {@return an execution on as many threads as there are processors, started for each run} */
  public static Execution allCores() {
    return threads(Runtime.getRuntime().availableProcessors());
  }

  /**
   * {@return an execution on {@code count} threads, started for each run}
   *
   * @param count how many threads; at least one
   * @throws IllegalArgumentException if {@code count} is below one
   */
  public static Execution threads(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("at least one thread is needed, but count was " + count);
    }
    return new Execution(count, Optional.empty(), Progress.silent());
  }

  /**
   * {@return an execution on the threads of {@code executor}, which stays open}
   *
   * @param executor the threads; work is cut for as many as there are processors
   */
  public static Execution on(ExecutorService executor) {
    int share = Runtime.getRuntime().availableProcessors();
    return new Execution(share, Optional.of(executor), Progress.silent());
  }

  /**
   * {@return this execution with {@code listener} hearing of its progress}
   *
   * @param listener hears how many simulations are done
   */
  public Execution progress(Progress listener) {
    return new Execution(threads, executor, listener);
  }

  /** {@return over how many threads the work should be spread} */
  public int threads() {
    return threads;
  }

  /** {@return who hears of the progress} */
  public Progress progress() {
    return progress;
  }

  /**
   * Runs {@code task} for 0 to {@code count} - 1 and waits for all: for simulators of your own.
   *
   * @param count how often the task runs; none, if it is 0
   * @param task called with each number once, in any order and by several threads at a time; what
   *     it throws is thrown here
   * @throws CancellationException if the calling thread is interrupted
   */
  public void run(int count, IntConsumer task) {
    if (executor.isPresent()) {
      run(executor.get(), count, task);
      return;
    }
    ExecutorService own =
        Executors.newFixedThreadPool(
            Math.max(1, Math.min(threads, count)),
            job -> {
              Thread thread = new Thread(job, "jr-simulate");
              thread.setDaemon(true);
              return thread;
            });
    try {
      run(own, count, task);
    } finally {
      own.shutdownNow();
    }
  }

  private static void run(ExecutorService pool, int count, IntConsumer task) {
    List<Future<?>> futures = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        int index = i;
        futures.add(pool.submit(() -> task.accept(index)));
      }
      for (Future<?> future : futures) {
        future.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the simulation was interrupted; nothing is returned");
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    } finally {
      futures.forEach(future -> future.cancel(true));
    }
  }

  private static RuntimeException rethrown(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
  }

  @Override
  public String toString() {
    return executor.map(e -> "the caller's executor").orElse(threads + " threads");
  }
}
