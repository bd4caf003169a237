package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Dossier;
import cn.qifeng.auditor.Dossier.Entry;
import cn.qifeng.auditor.Shape;
import cn.qifeng.auditor.crypto.Certificates;
import java.util.stream.Collectors;

/**
 * Members who know whose blind files they scored, or the prices of what they scored: their technical sheets stand, whoever comes later and however its sheet
 * differs. Only a re-review opens them again, by what its approval names.
 */
final class NamedMembers {

    /** All technical sheets are open, and with them names, or the prices that items of the preliminary review are about. */
    static final String OPENED = "evaluation/names-open";

    private NamedMembers() {}

    /** Whether a member's technical sheet stands before an entry of the first review. */
    static boolean stands(Dossier dossier, String member, int n) {
        int report = dossier.first("evaluation/report").map(Entry::n).orElse(Integer.MAX_VALUE);
        int names = dossier.entries(OPENED).stream()
                .mapToInt(Entry::n)
                .filter(it -> it < n)
                .max()
                .orElse(0);
        return n < report
                && dossier.entries("evaluation/revealed").stream()
                        .anyMatch(it -> it.n() < names
                                && it.open()
                                && RevealedSheet.member(dossier, it).equals(member));
    }

    /** Names, or prices, are opened where the preliminary review comes behind the sheets, before anybody judges, and behind each panel once. */
    static void check(Dossier dossier, boolean behind) {
        for (Entry opened : dossier.entries(OPENED)) {
            boolean first = dossier.entries(OPENED).stream()
                    .noneMatch(it -> it.n() < opened.n() && samePanel(dossier, it, opened));
            Broken.unless(behind && first, opened.object(), "names opened for no blind sheets");
            opened(dossier, opened);
        }
        if (!behind) {
            return;
        }
        for (Entry judged : dossier.entries(ScreeningCheck.COMMITTED)) {
            boolean named = dossier.entries(OPENED).stream()
                    .anyMatch(it -> it.n() < judged.n() && samePanel(dossier, it, judged));
            Broken.unless(named, judged.object(), "judged before the names were open");
        }
        for (Entry commit : dossier.entries("evaluation/committed")) {
            if (commit.open()) {
                var member = Certificates.id(dossier.signer(commit.body().path("statement"), commit));
                Broken.unless(
                        !stands(dossier, member, commit.n()),
                        commit.object(),
                        "a blind sheet written anew by who knows the names");
            }
        }
    }

    /** Every member of the panel has a technical sheet that is open, the last of them of the version that is named. */
    private static void opened(Dossier dossier, Entry opened) {
        var object = opened.object();
        Shape.exactly(opened.body(), object, "session", "version");
        var session = dossier.first("evaluation/opened")
                .map(it -> it.body().path("session"))
                .orElseThrow(() -> new Broken(object, "screened without evaluation/opened"));
        Shape.equal(opened.body(), "session", session, object, "a preliminary review of another session");
        var sheets = dossier.entries("evaluation/revealed").stream()
                .filter(it -> it.n() < opened.n())
                .toList();
        if (sheets.stream().anyMatch(it -> !it.open())) {
            return;
        }
        var scored =
                sheets.stream().map(it -> RevealedSheet.member(dossier, it)).collect(Collectors.toSet());
        Broken.unless(
                !sheets.isEmpty() && scored.containsAll(PanelCheck.members(dossier, opened.n())),
                object,
                "names opened before every member had scored");
        var last = RevealedSheet.said(sheets.get(sheets.size() - 1));
        Shape.equal(opened.body(), "version", last.path("version"), object, "names opened for no blind sheets");
    }

    private static boolean samePanel(Dossier dossier, Entry one, Entry other) {
        return ScreeningCheck.lastPanel(dossier, one.n()) == ScreeningCheck.lastPanel(dossier, other.n());
    }
}
