package cn.qifeng.evaluation.panel.domain;

import java.util.List;
import java.util.Optional;

/** Grounds on which an expert of a library cannot sit, looked at once its identity is open (回避核对). */
public final class LibraryRecusal {

    private LibraryRecusal() {}

    /**
     * The first ground; empty where nothing stands against the expert.
     *
     * @param code under which the expert sits
     * @param member id of its certificate, hex
     * @param ties every unit that it is tied to, its employer too
     * @param employerMax how many experts of one employer may sit; 0: any number
     */
    public static Optional<String> ground(
            EvaluationSession session,
            String code,
            String member,
            String employer,
            List<String> ties,
            int employerMax) {
        var units = session.order().units();
        var tied = ties.stream().filter(units::contains).findFirst();
        if (tied.isPresent()) {
            return tied.map(it -> "与" + it + "有利害关系");
        }
        var others = session.panel().seats().stream()
                .filter(it -> !it.number().equals(code))
                .toList();
        if (others.stream().anyMatch(it -> it.member().equals(member))) {
            return Optional.of("同一人已被抽取");
        }
        long colleagues = others.stream()
                .filter(it -> it.state().occupies() && it.employer().equals(employer))
                .count();
        return employerMax > 0 && colleagues >= employerMax ? Optional.of("同一单位的专家已达上限") : Optional.empty();
    }
}
