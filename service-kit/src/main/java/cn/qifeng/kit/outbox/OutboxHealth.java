package cn.qifeng.kit.outbox;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Shows how many events wait; a receiver that is down delays them and does not make this service unready. */
@Readiness
class OutboxHealth implements HealthCheck {

    private final Messages messages;

    OutboxHealth(Messages messages) {
        this.messages = messages;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("outbox")
                .up()
                .withData("waiting", messages.count())
                .build();
    }
}
