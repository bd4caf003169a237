package cn.qifeng.trading.award.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.kit.evidence.Evidence;
import cn.qifeng.trading.archive.application.DocumentArchive;
import cn.qifeng.trading.archive.domain.Visibility;
import cn.qifeng.trading.award.domain.Award;
import cn.qifeng.trading.award.domain.AwardRefusal;
import cn.qifeng.trading.award.domain.Awards;
import cn.qifeng.trading.award.domain.NoticeDocument;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.application.Progress;
import cn.qifeng.trading.tender.domain.Stage;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;

/** The procuring entity issues the notice of award (发出中标通知书, 招标投标法 §45) by signing it. */
@ApplicationScoped
public class IssueNotice {

    private static final String TYPE = "award-notice";
    private static final int CONTRACT_DAYS = 30;

    private final Awards awards;
    private final SignedActs acts;
    private final Lots lots;
    private final NoticeDocument document;
    private final DocumentArchive archive;
    private final Progress progress;
    private final Evidence evidence;
    private final LegalClock clock;

    IssueNotice(
            Awards awards,
            SignedActs acts,
            Lots lots,
            NoticeDocument document,
            DocumentArchive archive,
            Progress progress,
            Evidence evidence,
            LegalClock clock) {
        this.awards = awards;
        this.acts = acts;
        this.lots = lots;
        this.document = document;
        this.archive = archive;
        this.progress = progress;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** The notice as a doc to sign; the PDF is written the first time. */
    @Transactional
    public ObjectNode toSign(LotId lot, PartyId caller) {
        var award = determined(lot, caller);
        if (award.draftSm3() == null) {
            award = award.drafted(write(award));
            awards.save(award);
        }
        var doc = acts.frame(TYPE, award.file().tender(), lot);
        return terms(doc, award);
    }

    /** Issues the notice that was signed. */
    @Transactional
    public Award.Noticed issue(LotId lot, PartyId caller, PersonId person, Statement statement) {
        var award = determined(lot, caller);
        var tender = award.file().tender();
        var act = acts.check(
                statement,
                TYPE,
                tender,
                lot,
                person,
                "winner",
                "winnerName",
                "winnerUscc",
                "amountFen",
                "durationDays",
                "sm3");
        checkTerms(act.doc().doc(), award);
        var noticed = award.notice(clock.now());
        awards.save(noticed);
        archive.show(tender, noticed.noticeSm3());
        progress.move(lot, Stage.AWARD_NOTICED);
        var body = CanonicalJson.object()
                .put("sm3", noticed.noticeSm3())
                .put("winner", noticed.winner().hex())
                .put("amountFen", noticed.price().value());
        body.set("statement", statement.toJson());
        evidence.record(tender, "award/noticed", body);
        return noticed;
    }

    private Award.WinnerDetermined determined(LotId lot, PartyId caller) {
        var award = awards.locked(lot).orElseThrow(AwardRefusal.NOT_FOUND::refused);
        if (!award.file().procuringEntity().equals(caller)) {
            throw AwardRefusal.NOT_PROCURING_ENTITY.refused();
        }
        if (award instanceof Award.WinnerDetermined determined) {
            return determined;
        }
        throw new Refused(AwardRefusal.WRONG_PHASE, Facts.field("phase", "-", "WINNER_DETERMINED"));
    }

    private String write(Award.WinnerDetermined award) {
        var lot = lots.of(award.file().lot());
        var facts = new NoticeDocument.Facts(
                "ZB-" + lot.code(),
                lot.code().toString(),
                lot.name(),
                lot.projectName(),
                lot.procuringEntity().name(),
                lot.agency().name(),
                clock.now(),
                CONTRACT_DAYS,
                clock.sandbox());
        return archive.keep(
                award.file().tender(),
                "中标通知书.pdf",
                "application/pdf",
                Visibility.RESTRICTED,
                document.write(facts, award.winning()));
    }

    private static ObjectNode terms(ObjectNode doc, Award.WinnerDetermined award) {
        var winner = award.winning();
        return doc.put("winner", winner.bid().hex())
                .put("winnerName", winner.name())
                .put("winnerUscc", winner.uscc().value())
                .put("amountFen", winner.price().value())
                .put("durationDays", winner.durationDays())
                .put("sm3", award.draftSm3());
    }

    private static void checkTerms(ObjectNode signed, Award.WinnerDetermined award) {
        var expected = terms(signed.deepCopy(), award);
        if (!Arrays.equals(CanonicalJson.encode(expected), CanonicalJson.encode(signed))) {
            throw new Refused(AwardRefusal.BAD_STATEMENT, Facts.field("doc", signed, expected));
        }
    }
}
