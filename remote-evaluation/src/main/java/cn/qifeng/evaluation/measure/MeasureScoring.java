package cn.qifeng.evaluation.measure;

import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.report.application.ResultMessage;
import cn.qifeng.evaluation.scoring.application.ScoringSteps;
import cn.qifeng.evaluation.scoring.domain.EvaluationResult;
import cn.qifeng.evaluation.scoring.domain.MemberSheet;
import cn.qifeng.evaluation.scoring.domain.RevealedSheets;
import cn.qifeng.evaluation.scoring.domain.Totals;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns revealed sheets into the result of an evaluation ({@code ./qifeng bench scoring}) by the very steps of the service,
 * without database and signatures: sheets are checked, encoded and read as often as the service reads them; objective items
 * are compared; the review is concluded; entry, stored result, report and message to trading-core are written.
 *
 * <p>Prints {@code read<BIDS> NANOS}, {@code compute<BIDS> NANOS}, {@code write<BIDS> NANOS} and {@code total<BIDS> NANOS} for
 * every run behind the warm-up; sizes take turns, the smaller ones as much oftener as they are smaller. In the end {@code
 * found N}, how many objective differences were found where each size has one, and {@code wrong N}, technical scores that are
 * not the mean of the points from which the sheets were made.
 */
public final class MeasureScoring {

    private static final int READINGS = 3;

    private final ObjectMapper json = JsonMapper.builder().findAndAddModules().build();
    private final MadeUpReview review;
    private final int bids;
    private final boolean silent;
    private long written;

    private MeasureScoring(MadeUpReview review, boolean silent) {
        this.review = review;
        this.bids = review.session().order().bids().size();
        this.silent = silent;
    }

    /** Arguments: method, members, items, seed, warm-up rounds, rounds, and the numbers of bids, least first. */
    public static void main(String[] arguments) throws JsonProcessingException {
        int members = Integer.parseInt(arguments[1]);
        int items = Integer.parseInt(arguments[2]);
        int cold = Integer.parseInt(arguments[4]);
        int rounds = cold + Integer.parseInt(arguments[5]);
        var reviews = new ArrayList<MadeUpReview>();
        for (var size : List.of(arguments).subList(6, arguments.length)) {
            reviews.add(new MadeUpReview(
                    arguments[0], Integer.parseInt(size), members, items, Long.parseLong(arguments[3])));
        }
        long wrong = 0;
        int most = bids(reviews.get(reviews.size() - 1));
        for (int round = 0; round < rounds; round++) {
            for (var review : reviews) {
                for (int i = 0; i < most / bids(review); i++) {
                    wrong += new MeasureScoring(review, round < cold).run();
                }
            }
        }
        System.out.println(
                "found " + reviews.stream().mapToInt(MeasureScoring::found).sum());
        System.out.println("wrong " + wrong);
    }

    private static int bids(MadeUpReview review) {
        return review.session().order().bids().size();
    }

    /** Objective differences among sheets of which one deviates at one item. */
    private static int found(MadeUpReview review) {
        var sheets = new ArrayList<>(review.sheets());
        sheets.set(0, review.deviating());
        return ScoringSteps.differences(review.session(), read(review.session(), accept(review.session(), sheets)))
                .size();
    }

    /** Technical scores that are wrong. */
    private long run() throws JsonProcessingException {
        var session = review.session();
        long began = System.nanoTime();
        var stored = accept(session, review.sheets());
        RevealedSheets sheets = null;
        for (int i = 0; i < READINGS; i++) {
            sheets = read(session, stored);
        }
        long read = System.nanoTime();
        var differences = ScoringSteps.differences(session, sheets);
        var reviewing = session.revealed();
        var revealed = sheets;
        var result = ScoringSteps.conclude(
                reviewing, review.rejections(), Optional.empty(), Map.of(), List.of(), () -> revealed);
        long computed = System.nanoTime();
        write(reviewing.reviewed(), result);
        long ended = System.nanoTime();
        if (!silent) {
            print("read", read - began);
            print("compute", computed - read);
            print("write", ended - computed);
            print("total", ended - began);
        }
        if (written == 0 || !differences.isEmpty()) {
            throw new IllegalStateException(written + " bytes, differences " + differences);
        }
        return wrong(result.totals().orElseThrow());
    }

    private void print(String name, long nanos) {
        System.out.println(name + bids + " " + nanos);
    }

    private static List<String> accept(EvaluationSession session, List<byte[]> sheets) {
        var seats = session.panel().seated();
        var stored = new ArrayList<String>();
        for (int i = 0; i < seats.size(); i++) {
            stored.add(ScoringSteps.accept(session, seats.get(i), CanonicalJson.read(sheets.get(i))));
        }
        return stored;
    }

    private static RevealedSheets read(EvaluationSession session, List<String> stored) {
        var seats = session.panel().seated();
        var sheets = new ArrayList<MemberSheet>();
        for (int i = 0; i < seats.size(); i++) {
            sheets.add(ScoringSteps.read(session, seats.get(i), stored.get(i)));
        }
        return new RevealedSheets(sheets);
    }

    private void write(EvaluationSession session, EvaluationResult result) throws JsonProcessingException {
        var totals = result.totals().orElseThrow();
        written += CanonicalJson.encode(ScoringSteps.entry(session, totals)).length;
        var kept = json.readValue(json.writeValueAsString(result), EvaluationResult.class);
        written += CanonicalJson.encode(ResultMessage.of(session, "00".repeat(32), kept)).length;
    }

    private long wrong(Totals totals) {
        long valid = bids - review.rejections().size();
        long right = totals.lines().stream()
                .filter(it -> it.technicalScore().equals(review.mean(Integer.parseInt(it.bidId(), 16) - 1)))
                .count();
        return valid - right + Math.abs(totals.lines().size() - valid);
    }
}
