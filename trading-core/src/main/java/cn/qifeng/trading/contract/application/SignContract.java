package cn.qifeng.trading.contract.application;

import cn.qifeng.kernel.DeadlineCalculator;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.PartyId;
import cn.qifeng.kernel.PersonId;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.kit.evidence.Evidence;
import cn.qifeng.trading.award.application.ReadAward;
import cn.qifeng.trading.award.application.SignedActs;
import cn.qifeng.trading.award.domain.Award;
import cn.qifeng.trading.bond.application.ReleaseBonds;
import cn.qifeng.trading.contract.domain.Contract;
import cn.qifeng.trading.contract.domain.ContractRefusal;
import cn.qifeng.trading.contract.domain.Contracts;
import cn.qifeng.trading.contract.domain.Terms;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.tender.application.Progress;
import cn.qifeng.trading.tender.domain.Stage;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Procuring entity and winner sign the contract (订立合同, 招标投标法 §46), one after the other, over the same terms. */
@ApplicationScoped
public class SignContract {

    private static final String TYPE = "contract";
    private static final int DURATION_MAX = 36_500;
    private static final String[] FIELDS = {
        "contractNo", "procuringEntity", "winnerParty", "winner", "amountFen", "durationDays", "signedOn"
    };

    private final Contracts contracts;
    private final ReadAward readAward;
    private final SignedActs acts;
    private final Directory directory;
    private final Progress progress;
    private final Evidence evidence;
    private final ReleaseBonds releaseBonds;
    private final LegalClock clock;

    SignContract(
            Contracts contracts,
            ReadAward readAward,
            SignedActs acts,
            Directory directory,
            Progress progress,
            Evidence evidence,
            ReleaseBonds releaseBonds,
            LegalClock clock) {
        this.contracts = contracts;
        this.readAward = readAward;
        this.acts = acts;
        this.directory = directory;
        this.progress = progress;
        this.evidence = evidence;
        this.releaseBonds = releaseBonds;
        this.clock = clock;
    }

    /** The contract as a doc to sign: the procuring entity may choose number and day, the winner gets what was offered. */
    @Transactional
    public ObjectNode toSign(LotId lot, PartyId caller, Optional<String> contractNo, Optional<LocalDate> signedOn) {
        var award = readAward.noticed(lot);
        var offered = standing(award);
        requireParty(award, caller);
        var winner = award.winning();
        var terms = offered.map(Contract::terms)
                .orElseGet(() -> new Terms(
                        contractNo.orElse("HT-" + lot.toString().substring(0, 8)),
                        winner.price(),
                        winner.durationDays(),
                        signedOn.orElseGet(() -> DeadlineCalculator.dayOf(clock.now()))));
        return doc(acts.frame(TYPE, award.file().tender(), lot), award, terms);
    }

    /** Takes a signature; the second one records the contract. */
    @Transactional
    public Contract sign(LotId lot, PartyId caller, PersonId person, Statement statement) {
        var award = readAward.noticed(lot);
        boolean offers = requireParty(award, caller);
        var act = acts.check(statement, TYPE, award.file().tender(), lot, person, FIELDS);
        var terms = terms(act.doc());
        terms.check(award.price(), award.winning().durationDays(), award.noticedAt(), clock.now());
        checkParties(act.doc(), award);
        var signed = new String(CanonicalJson.encode(statement.toJson()), StandardCharsets.UTF_8);
        var former = standing(award);
        if (offers) {
            if (former.isPresent()) {
                throw ContractRefusal.SIGNED_BEFORE.refused();
            }
            var offered = new Contract.Offered(
                    lot, award.file().tender(), award.winner().hex(), terms, signed);
            contracts.save(offered);
            return offered;
        }
        if (former.isEmpty()) {
            throw ContractRefusal.NOT_OFFERED.refused();
        }
        if (!(former.get() instanceof Contract.Offered offered)) {
            throw ContractRefusal.SIGNED_BEFORE.refused();
        }
        return recorded(offered.accept(terms, signed, clock.now()));
    }

    /** The contract with the winner of the notice; one that was offered to a winner who dropped out since does not count. */
    private Optional<Contract> standing(Award.Noticed award) {
        return contracts
                .of(award.file().lot())
                .filter(contract -> contract.winner().equals(award.winner().hex()));
    }

    private Contract.Recorded recorded(Contract.Recorded contract) {
        contracts.save(contract);
        progress.move(contract.lot(), Stage.CONTRACTED);
        var body = CanonicalJson.object()
                .put("contractNo", contract.terms().contractNo())
                .put("winner", contract.winner())
                .put("amountFen", contract.terms().amount().value())
                .put("signedOn", contract.terms().signedOn().toString());
        body.putArray("statements").add(statement(contract.offer())).add(statement(contract.acceptance()));
        evidence.record(contract.tender(), "contract/recorded", body);
        releaseBonds.release(contract.lot(), contract.tender(), ReleaseBonds.Reason.CONTRACT);
        return contract;
    }

    /** Whether the caller is the procuring entity; refuses whoever is neither party. */
    private boolean requireParty(Award.Noticed award, PartyId caller) {
        if (award.file().procuringEntity().equals(caller)) {
            return true;
        }
        if (!uscc(caller).equals(award.winning().uscc())) {
            throw ContractRefusal.NOT_A_PARTY.refused();
        }
        return false;
    }

    private ObjectNode doc(ObjectNode frame, Award.Noticed award, Terms terms) {
        return frame.put("contractNo", terms.contractNo())
                .put("procuringEntity", uscc(award.file().procuringEntity()).value())
                .put("winnerParty", award.winning().uscc().value())
                .put("winner", award.winner().hex())
                .put("amountFen", terms.amount().value())
                .put("durationDays", terms.durationDays())
                .put("signedOn", terms.signedOn().toString());
    }

    private void checkParties(Fields doc, Award.Noticed award) {
        same("procuringEntity", doc, uscc(award.file().procuringEntity()).value());
        same("winnerParty", doc, award.winning().uscc().value());
        same("winner", doc, award.winner().hex());
    }

    private static void same(String field, Fields doc, String expected) {
        if (!doc.text(field).equals(expected)) {
            throw new Refused(ContractRefusal.BAD_STATEMENT, Facts.field(field, doc.text(field), expected));
        }
    }

    private static Terms terms(Fields doc) {
        try {
            return new Terms(
                    doc.text("contractNo"),
                    new Fen(doc.integer("amountFen", 0, Fen.MAX)),
                    (int) doc.integer("durationDays", 1, DURATION_MAX),
                    LocalDate.parse(doc.text("signedOn")));
        } catch (DateTimeParseException e) {
            throw new Refused(ContractRefusal.SIGNED_ON, Facts.field("signedOn", doc.text("signedOn"), "yyyy-MM-dd"));
        }
    }

    private Uscc uscc(PartyId party) {
        return directory.party(party).uscc();
    }

    private static ObjectNode statement(String json) {
        return CanonicalJson.decode(json.getBytes(StandardCharsets.UTF_8));
    }
}
