package cn.qifeng.evaluation.expert.web;

import cn.qifeng.evaluation.expert.application.ExpertFile;
import cn.qifeng.evaluation.expert.domain.ExpertState;
import java.util.List;

/** One line of the list of experts. */
record ExpertLine(
        String number,
        String name,
        String region,
        String employer,
        String title,
        List<String> specialties,
        ExpertState state,
        int credit,
        boolean drawable) {

    static ExpertLine of(ExpertFile file) {
        var expert = file.expert();
        return new ExpertLine(
                expert.number(),
                expert.name(),
                expert.region(),
                expert.ties().employer(),
                expert.qualification().title(),
                expert.qualification().specialties().stream().sorted().toList(),
                expert.place().on(file.on()),
                file.conduct().scoreOn(file.on()),
                file.grounds().isEmpty());
    }
}
