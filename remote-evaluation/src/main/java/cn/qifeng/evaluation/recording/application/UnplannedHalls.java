package cn.qifeng.evaluation.recording.application;

import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.recording.domain.RecordingDemand;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sessions that must be recorded, by name of the tender's project (应录标准): none unless the operator lists it. */
@ApplicationScoped
class UnplannedHalls implements RecordingDemand {

    private final List<String> projects;

    UnplannedHalls(@ConfigProperty(name = "qifeng.evaluation.recording.projects") Optional<List<String>> projects) {
        this.projects = projects.orElse(List.of());
    }

    @Override
    public boolean demanded(EvaluationSession session) {
        return projects.contains(session.order().project());
    }
}
