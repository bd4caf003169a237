package cn.qifeng.trading.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.kernel.PersonId;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.trading.SandboxResource;
import cn.qifeng.trading.clock.application.DueActs;
import cn.qifeng.trading.clock.application.MoveClock;
import cn.qifeng.trading.draw.application.AdvanceDraws;
import cn.qifeng.trading.draw.application.Draws;
import cn.qifeng.trading.draw.application.OpenMissing;
import cn.qifeng.trading.draw.application.TakePart;
import cn.qifeng.trading.draw.domain.DrawParty;
import cn.qifeng.trading.draw.domain.DrawPurpose;
import cn.qifeng.trading.draw.domain.DrawStage;
import cn.qifeng.trading.keys.PlatformKeys;
import cn.qifeng.trading.keyset.application.HoldKey;
import cn.qifeng.trading.keyset.application.KeySets;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.log.domain.RecordedEntry;
import cn.qifeng.trust.cert.Subject;
import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.cipher.Sm2Cipher;
import cn.qifeng.trust.cipher.Sm2Wrap;
import cn.qifeng.trust.cipher.Sm4Gcm;
import cn.qifeng.trust.draw.Draw;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.keyset.KeyOffer;
import cn.qifeng.trust.keyset.KeySet;
import cn.qifeng.trust.keyset.KeySetPurpose;
import cn.qifeng.trust.keyset.Side;
import cn.qifeng.trust.note.NoteSealer;
import cn.qifeng.trust.sign.SigningKey;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(SandboxResource.class)
@DisplayName("Draw 随机抽取, between the members of a key set")
class DrawTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final List<String> POOL = List.of("0.96", "0.97", "0.98", "0.99", "1.00");

    @Inject
    PlatformKeys keys;

    @Inject
    KeySets keySets;

    @Inject
    HoldKey holdKey;

    @Inject
    Draws draws;

    @Inject
    TakePart takePart;

    @Inject
    OpenMissing openMissing;

    @Inject
    AdvanceDraws advanceDraws;

    @Inject
    Chain chain;

    @Inject
    MoveClock moveClock;

    @Inject
    DueActs dueActs;

    private final TenderId tender = TenderId.random();
    private UUID drawId = UUID.randomUUID();
    private final NoteSealer sealer = new NoteSealer(new Sm4Gcm(), RANDOM);
    private List<Trustee> trustees;
    private KeySet set;

    /** A trustee of the test, with identity and lot key. */
    private record Trustee(
            PersonId person, String name, Side side, SigningKey key, BigInteger encryption, byte[] nonce) {

        String id() {
            return key.certificateId();
        }
    }

    @BeforeEach
    void makeTheKeySetAndOpenTheDraw() {
        trustees = List.of(trustee("监督", Side.SUPERVISION), trustee("公证", Side.NOTARY), trustee("中心", Side.CENTRE));
        var lot = UUID.randomUUID();
        var ceremony = UUID.randomUUID();
        keySets.open(ceremony, tender, KeySetPurpose.LOT, lot, 2, members());
        trustees.forEach(one -> offerAndAnswer(ceremony, lot, one));
        assertThat(keySets.of(ceremony).ready()).isTrue();
        set = keySets.requireComplete(ceremony);
        var publication = CanonicalJson.object();
        publication.set("keySet", set.toDoc());
        QuarkusTransaction.requiringNew().run(() -> chain.append(tender, "tender/published", publication));
        draws.open(
                drawId,
                tender,
                DrawPurpose.COEFFICIENT,
                POOL,
                1,
                trustees.stream().map(Trustee::id).toList(),
                set.idHex());
        advanceDraws.advance(drawId);
    }

    @Test
    void comesToAResultThatAnyoneCanReplay() {
        trustees.forEach(this::commit);
        trustees.forEach(this::seal);
        trustees.forEach(this::reveal);

        var drawing = draws.of(drawId);
        assertThat(drawing.stage()).isEqualTo(DrawStage.RESULT);
        var nonces = new TreeMap<String, byte[]>();
        trustees.forEach(one -> nonces.put(one.id(), one.nonce()));
        var seed = Draw.seed(drawId, Draw.poolHash(POOL), nonces);
        assertThat(drawing.values()).isEqualTo(Draw.picked(seed, POOL, 1));
        assertThat(types())
                .containsSubsequence("draw/opened", "draw/committed", "draw/sealed", "draw/revealed", "draw/result");
        dueActs.runRound();
        assertThat(types()).filteredOn("lot/key-shown"::equals).hasSize(3);
    }

    @Test
    void refusesToSealBeforeAllCommitmentsArePublished() {
        commit(trustees.get(0));

        var refused = catchThrowableOfType(Refused.class, () -> seal(trustees.get(0)));
        assertThat(refused.code().code()).isEqualTo("draw/other-step");
    }

    @Test
    void refusesAnotherNonceThanTheCommitted() {
        trustees.forEach(this::commit);
        trustees.forEach(this::seal);

        var refused = catchThrowableOfType(
                Refused.class,
                () -> takePart.reveal(
                        drawId, sign(trustees.get(0), doc("draw-reveal").put("nonce", "00".repeat(32)))));
        assertThat(refused.code().code()).isEqualTo("draw/nonce-differs");
    }

    @Test
    @DisplayName("who sealed another number cannot choose between revealing and a draw that is void")
    void refusesTheCommittedNonceOfWhoSealedAnother() {
        trustees.forEach(this::commit);
        seal(trustees.get(0), new byte[Draw.NONCE]);
        seal(trustees.get(1));
        seal(trustees.get(2));
        reveal(trustees.get(1));
        reveal(trustees.get(2));

        var refused = catchThrowableOfType(Refused.class, () -> reveal(trustees.get(0)));
        assertThat(refused.code().code()).isEqualTo("draw/note-differs");
        moveClock.forward(Duration.ofHours(1));
        share(trustees.get(1), trustees.get(0));
        share(trustees.get(2), trustees.get(0));
        assertThat(draws.of(drawId).stage()).isEqualTo(DrawStage.VOID);
    }

    @Test
    void leavesOutWhoDoesNotCommitAndOpensByTwoMembersWhatIsNotRevealed() {
        commit(trustees.get(0));
        commit(trustees.get(1));
        moveClock.forward(Duration.ofHours(1));
        seal(trustees.get(0));
        seal(trustees.get(1));
        reveal(trustees.get(0));
        moveClock.forward(Duration.ofHours(1));
        share(trustees.get(0), trustees.get(1));
        share(trustees.get(2), trustees.get(1));

        var drawing = draws.of(drawId);
        assertThat(drawing.stage()).isEqualTo(DrawStage.RESULT);
        assertThat(drawing.active()).hasSize(2);
        assertThat(types()).contains("draw/left-out", "draw/shared");
    }

    @Test
    void isRepeatedWithoutThePartyThatSealedAnotherNonceThanItCommittedTo() {
        var asked = drawId;
        var rest = List.of(trustees.get(0), trustees.get(2));
        breakTheDraw(trustees.get(1), rest);
        assertThat(draws.of(asked).stage()).isEqualTo(DrawStage.VOID);

        drawId = draws.current(asked).id();
        assertThat(drawId).isEqualTo(Draw.repeatOf(asked)).isNotEqualTo(asked);
        advanceDraws.advance(drawId);
        assertThat(catchThrowableOfType(Refused.class, () -> commit(trustees.get(1)))
                        .code()
                        .code())
                .isEqualTo("draw/not-a-party");
        rest.forEach(this::commit);
        rest.forEach(this::seal);
        rest.forEach(this::reveal);

        var drawn = draws.current(asked);
        assertThat(drawn.stage()).isEqualTo(DrawStage.RESULT);
        assertThat(drawn.pool()).isEqualTo(POOL);
        assertThat(drawn.parties())
                .extracting(DrawParty::id)
                .containsExactlyInAnyOrderElementsOf(
                        rest.stream().map(Trustee::id).toList());
        assertThat(types()).containsSubsequence("draw/void", "draw/opened", "draw/result");
    }

    @Test
    void isNotRepeatedForOnePartyAloneWhichWouldChooseTheResult() {
        drawId = UUID.randomUUID();
        var two = trustees.subList(0, 2);
        var asked = draws.open(
                drawId,
                tender,
                DrawPurpose.COEFFICIENT,
                POOL,
                1,
                two.stream().map(Trustee::id).toList(),
                set.idHex());
        advanceDraws.advance(drawId);
        breakTheDraw(two.get(1), two.subList(0, 1));

        assertThat(draws.current(asked.id()).id()).isEqualTo(asked.id());
        assertThat(draws.of(asked.id()).stage()).isEqualTo(DrawStage.VOID);
    }

    /** One party seals another nonce than it committed to, and members of the set open it. */
    private void breakTheDraw(Trustee one, List<Trustee> rest) {
        rest.forEach(this::commit);
        commit(one);
        rest.forEach(this::seal);
        seal(one, new byte[Draw.NONCE]);
        rest.forEach(this::reveal);
        moveClock.forward(Duration.ofHours(1));
        share(trustees.get(0), one);
        share(trustees.get(2), one);
    }

    private void commit(Trustee one) {
        var commit = Draw.commit(drawId, Draw.poolHash(POOL), Hex.decode(one.id()), one.nonce());
        takePart.commit(
                drawId,
                sign(
                        one,
                        doc("draw-commit")
                                .put("poolHash", Hex.encode(Draw.poolHash(POOL)))
                                .put("commit", Hex.encode(commit))));
        advanceDraws.advance(drawId);
    }

    private void seal(Trustee one) {
        seal(one, one.nonce());
    }

    private void seal(Trustee one, byte[] nonce) {
        var context = Draw.noteContext(drawId, Hex.decode(one.id()));
        var note = sealer.sealFrom(set, context, nonce, Draw.noteSeed(context, nonce));
        var doc = doc("draw-seal");
        doc.set("note", note.toDoc());
        takePart.seal(drawId, sign(one, doc));
        advanceDraws.advance(drawId);
    }

    private void reveal(Trustee one) {
        takePart.reveal(drawId, sign(one, doc("draw-reveal").put("nonce", Hex.encode(one.nonce()))));
        advanceDraws.advance(drawId);
    }

    private void share(Trustee member, Trustee missing) {
        var note = draws.of(drawId).parties().stream()
                .filter(party -> party.id().equals(missing.id()))
                .findFirst()
                .orElseThrow()
                .note();
        var share = sealer.share(note, member.id(), member.encryption()).orElseThrow();
        var doc = doc("draw-shares");
        doc.putArray("shares").addObject().put("party", missing.id()).put("share", Hex.encode(share));
        openMissing.give(drawId, sign(member, doc));
        advanceDraws.advance(drawId);
    }

    private ObjectNode doc(String type) {
        var head = chain.head(tender).orElseThrow();
        var doc = CanonicalJson.object()
                .put("type", type)
                .put("v", 1)
                .put("tender", tender.toString())
                .put("drawId", drawId.toString());
        doc.putObject("seen").put("n", head.n()).put("hash", head.hash());
        return doc;
    }

    private static Statement sign(Trustee one, ObjectNode doc) {
        return Statement.of(doc, one.key());
    }

    private List<String> types() {
        return chain.entries(tender).stream().map(RecordedEntry::type).toList();
    }

    private List<KeySets.Member> members() {
        return trustees.stream()
                .map(one -> new KeySets.Member(one.person(), one.name(), one.side()))
                .toList();
    }

    private void offerAndAnswer(UUID ceremony, UUID lot, Trustee one) {
        var offer = new KeyOffer(KeySetPurpose.LOT, lot, Sm2.publicKey(one.encryption()));
        holdKey.offer(ceremony, one.person(), one.id(), Hex.encode(offer.encryptionKey()), offer.sign(one.key()));
        var challenge = holdKey.seat(ceremony, one.person()).challenge();
        var inside = Sm2Wrap.unwrap(
                one.encryption(), Sm2Cipher.decode(Base64.getDecoder().decode(challenge)));
        holdKey.answer(ceremony, one.person(), Hex.encode(inside));
    }

    private Trustee trustee(String name, Side side) {
        var now = Instant.now();
        var credential = keys.sandboxAuthority()
                .issueWithKey(new Subject(name, "测试单位", null), now, now.plus(Duration.ofDays(900)));
        var nonce = new byte[Draw.NONCE];
        RANDOM.nextBytes(nonce);
        return new Trustee(
                PersonId.of(UUID.randomUUID().toString()),
                name,
                side,
                SigningKey.of(credential),
                Sm2.newPrivateKey(RANDOM),
                nonce);
    }
}
