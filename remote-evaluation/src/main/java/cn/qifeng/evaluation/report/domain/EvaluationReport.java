package cn.qifeng.evaluation.report.domain;

import cn.qifeng.kernel.Facts;
import java.util.List;
import java.util.stream.Stream;

/**
 * Evaluation report (评标报告) and who signed it (实施条例 §53).
 *
 * @param sm3 hash of the PDF, hex
 * @param members certificate ids of the panel
 * @param closed whether the signing was ended before everyone answered
 */
public record EvaluationReport(String sm3, List<String> members, List<ReportSignature> signatures, boolean closed) {

    public EvaluationReport {
        members = List.copyOf(members);
        signatures = List.copyOf(signatures);
    }

    /** One more answer; refuses a second one and dissent without a reason. */
    public EvaluationReport with(ReportSignature signature) {
        if (signatures.stream().anyMatch(it -> it.member().equals(signature.member()))) {
            throw ReportRefusal.SIGNED_ALREADY.with(
                    Facts.of("member", signature.member()).map());
        }
        if (signature.opinion() == Opinion.DISSENT && signature.reason().isBlank()) {
            throw ReportRefusal.REASON_NEEDED.with(
                    Facts.field("reason", signature.reason(), "text").map());
        }
        return new EvaluationReport(
                sm3,
                members,
                Stream.concat(signatures.stream(), Stream.of(signature)).toList(),
                closed);
    }

    /** Ends the signing; whoever neither signed nor gave a written reason agrees (R30). */
    public EvaluationReport close() {
        if (signatures.isEmpty()) {
            throw ReportRefusal.NOBODY_SIGNED.refused();
        }
        return new EvaluationReport(sm3, members, signatures, true);
    }

    /** Whether the report stands. */
    public boolean complete() {
        return closed || signatures.size() == members.size();
    }

    /** Members who count as agreeing because they stayed silent. */
    public List<String> agreedBySilence() {
        return closed
                ? members.stream()
                        .filter(it ->
                                signatures.stream().noneMatch(s -> s.member().equals(it)))
                        .toList()
                : List.of();
    }

    /** Dissents, each with its reason. */
    public List<ReportSignature> dissents() {
        return signatures.stream().filter(it -> it.opinion() == Opinion.DISSENT).toList();
    }
}
