package cn.qifeng.bond.bond.application;

import cn.qifeng.bond.bond.domain.Bond;
import cn.qifeng.bond.bond.domain.BondId;
import cn.qifeng.bond.bond.domain.BondRefusal;
import cn.qifeng.bond.bond.domain.Bonds;
import cn.qifeng.bond.bond.domain.IssuerGateway.Answer;
import cn.qifeng.bond.bond.domain.SignedBond;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.Verdict;
import cn.qifeng.kit.clock.LegalClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Takes what the issuer decided about an application (出函结果); a bond that is not in order is not taken. */
@ApplicationScoped
public class TakeDecision {

    private final Bonds bonds;
    private final VerifyBond verify;
    private final LegalClock clock;

    TakeDecision(Bonds bonds, VerifyBond verify, LegalClock clock) {
        this.bonds = bonds;
        this.verify = verify;
        this.clock = clock;
    }

    /** Keeps the decision; does nothing when one was kept before. */
    @Transactional
    public void take(BondId id, Answer answer) {
        var bond = bonds.locked(id).orElseThrow(BondRefusal.NOT_FOUND::refused);
        if (!(bond instanceof Bond.Applied applied)) {
            return;
        }
        if (answer instanceof Answer.Declined declined) {
            bonds.save(applied.decline(declined.reason(), clock.now()));
        } else if (answer instanceof Answer.Issued issued) {
            bonds.save(applied.issue(accepted(applied, issued.document()), clock.now()));
        }
    }

    private SignedBond accepted(Bond.Applied applied, SignedBond document) {
        var application = applied.application();
        var verdict = verify.verify(
                document, application.lot(), application.applicant().uscc().value(), clock.now());
        if (verdict instanceof Verdict.Failed failed) {
            throw new Refused(BondRefusal.BAD_ANSWER, Facts.field("bond", failed.reason(), failed.clause()));
        }
        return document;
    }
}
