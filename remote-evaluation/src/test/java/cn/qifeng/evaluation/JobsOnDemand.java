package cn.qifeng.evaluation;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ClientProxy;
import io.quarkus.arc.InjectableBean;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.scheduler.common.runtime.util.SchedulerUtils;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Runs the service's timed jobs in the tests: each when it is due as in production, and those of a second at once when
 * a test waits for what one of them brings about. The jobs are the same and none runs twice at a time.
 */
@Singleton
@Startup
class JobsOnDemand {

    private static final Logger LOG = Logger.getLogger(JobsOnDemand.class);
    private static final Duration OFTEN = Duration.ofSeconds(1);
    private static final Semaphore WAITING = new Semaphore(0);

    private final Scheduler scheduler;
    private final List<Job> jobs = new ArrayList<>();
    private Thread thread;

    @Inject
    JobsOnDemand(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Somebody waits: the jobs that run every second run now. */
    static void run() {
        if (WAITING.availablePermits() == 0) {
            WAITING.release();
        }
    }

    @PostConstruct
    void start() {
        scheduler.pause();
        Arc.container()
                .beanManager()
                .getBeans(Object.class, Any.Literal.INSTANCE)
                .forEach(bean -> jobsOf((InjectableBean<?>) bean));
        thread = new Thread(this::work, "jobs-on-demand");
        thread.setDaemon(true);
        thread.start();
    }

    @PreDestroy
    void end() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }

    private void jobsOf(InjectableBean<?> bean) {
        Arrays.stream(bean.getBeanClass().getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Scheduled.class))
                .filter(method -> !method.getAnnotation(Scheduled.class).every().isEmpty())
                .forEach(method -> jobs.add(new Job(bean, method)));
    }

    private void work() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                boolean asked = WAITING.tryAcquire(100, TimeUnit.MILLISECONDS);
                long now = System.nanoTime();
                for (Job job : jobs) {
                    if (job.due <= now || asked && job.every.compareTo(OFTEN) <= 0) {
                        job.run();
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A timed method of a bean. */
    private static final class Job {

        private final InjectableBean<?> bean;
        private final Method method;
        private final Duration every;
        private long due;

        Job(InjectableBean<?> bean, Method method) {
            this.bean = bean;
            this.method = method;
            this.every = Duration.ofMillis(SchedulerUtils.parseEveryAsMillis(method.getAnnotation(Scheduled.class))
                    .orElseThrow());
            this.due = System.nanoTime() + every.toNanos();
            method.setAccessible(true);
        }

        private void run() {
            var request = Arc.container().requestContext();
            request.activate();
            try {
                method.invoke(ClientProxy.unwrap(Arc.container().instance(bean).get()));
            } catch (ReflectiveOperationException | RuntimeException e) {
                LOG.errorf(e, "job %s", method);
            } finally {
                request.terminate();
                due = System.nanoTime() + every.toNanos();
            }
        }
    }
}
