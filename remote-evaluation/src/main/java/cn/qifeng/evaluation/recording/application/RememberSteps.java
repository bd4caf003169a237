package cn.qifeng.evaluation.recording.application;

import cn.qifeng.evaluation.recording.domain.EvaluationSteps;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.kit.evidence.Evidence;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.inject.Inject;
import java.time.Instant;

/** Remembers type and time of what is entered about an evaluation, for its play-back (评标事件时间轴). */
@Decorator
@Priority(100)
class RememberSteps implements Evidence {

    private final Evidence evidence;
    private final EvaluationSteps steps;

    @Inject
    RememberSteps(@Delegate Evidence evidence, EvaluationSteps steps) {
        this.evidence = evidence;
        this.steps = steps;
    }

    @Override
    public void record(TenderId tender, String type, ObjectNode body) {
        evidence.record(tender, type, body);
        if (!type.startsWith("evaluation/recording-")) {
            steps.add(tender, new EvaluationSteps.Step(type, Instant.now()));
        }
    }
}
