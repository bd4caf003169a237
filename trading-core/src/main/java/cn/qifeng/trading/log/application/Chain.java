package cn.qifeng.trading.log.application;

import static cn.qifeng.trading.log.domain.LogRefusal.ID_REUSED;
import static cn.qifeng.trading.log.domain.LogRefusal.STALE_CHAIN;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.kit.evidence.Evidence;
import cn.qifeng.trading.clock.application.PlatformClock;
import cn.qifeng.trading.log.domain.Entries;
import cn.qifeng.trading.log.domain.EntryRef;
import cn.qifeng.trading.log.domain.RecordedEntry;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.log.Entry;
import cn.qifeng.trust.log.EntryHead;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The chain of a tender (招标存证链): every transition appends its entry here, in its own transaction. */
@ApplicationScoped
public class Chain implements Evidence {

    private final Entries entries;
    private final PlatformClock clock;
    private final SecureRandom random = new SecureRandom();

    Chain(Entries entries, PlatformClock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(TenderId tender, String type, ObjectNode body) {
        append(tender, type, body);
    }

    /** Appends an entry; the chain stays locked until the caller's transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public EntryRef append(TenderId tender, String type, ObjectNode body) {
        return append(UUID.randomUUID(), tender, type, body);
    }

    /** Appends an entry of another service; the same id again gives the first answer again. */
    @Transactional(Transactional.TxType.MANDATORY)
    public EntryRef append(UUID id, TenderId tender, String type, ObjectNode body) {
        var last = entries.lockHead(tender);
        var former = entries.byId(id);
        if (former.isPresent()) {
            return same(former.get(), tender, type, body);
        }
        long n = last.map(EntryRef::n).orElse(0L) + 1;
        var prev = last.map(ref -> Hex.decode(ref.hash())).orElse(EntryHead.NO_PREV);
        return add(id, type, new EntryHead.Place(tender, n, prev), body);
    }

    /** Appends an entry that belongs to no tender. */
    @Transactional(Transactional.TxType.MANDATORY)
    public EntryRef appendToNoTender(String type, ObjectNode body) {
        return add(UUID.randomUUID(), type, null, body);
    }

    /** Appends an entry of another service that belongs to no tender; the same id again gives the first answer again. */
    @Transactional(Transactional.TxType.MANDATORY)
    public EntryRef appendToNoTender(UUID id, String type, ObjectNode body) {
        var former = entries.byId(id);
        return former.isPresent() ? same(former.get(), null, type, body) : add(id, type, null, body);
    }

    /** The last entry of a tender's chain. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<EntryRef> head(TenderId tender) {
        return entries.head(tender);
    }

    /** All entries of a tender's chain by number. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<RecordedEntry> entries(TenderId tender) {
        return entries.chain(tender);
    }

    /** Refuses with {@code log/stale-chain} unless the doc's {@code seen} is an entry of this very chain. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public void requireSeen(TenderId tender, JsonNode doc) {
        var seen = Fields.of(doc).object("seen").exactly("n", "hash");
        var hash = seen.text("hash");
        var real = entries.entry(tender, seen.integer("n", 1, Integer.MAX_VALUE))
                .map(entry -> entry.ref().hash());
        if (!real.equals(Optional.of(hash))) {
            throw new Refused(STALE_CHAIN, Facts.field("seen.hash", hash, real.orElse("an entry of this chain")));
        }
    }

    private EntryRef add(UUID id, String type, EntryHead.Place place, ObjectNode body) {
        var reading = clock.read();
        var entry =
                new Entry(new EntryHead(type, 1, place, reading.legal(), reading.machine()), bytes(Entry.SALT), body);
        var ref = new EntryRef(id, place == null ? 0 : place.n(), entry.contentHashHex());
        entries.add(
                place == null ? null : place.tender(),
                new RecordedEntry(ref, entry.head().toDoc(), Hex.encode(entry.salt()), entry.body()),
                Hex.encode(bytes(32)));
        return ref;
    }

    private static EntryRef same(RecordedEntry former, TenderId tender, String type, ObjectNode body) {
        if (!former.type().equals(type)
                || !Objects.equals(
                        tender == null ? null : tender.toString(),
                        former.head().path("tender").textValue())
                || !Arrays.equals(CanonicalJson.encode(former.body()), CanonicalJson.encode(body))) {
            throw new Refused(ID_REUSED, Facts.field("id", former.ref().id(), "the same entry again"));
        }
        return former.ref();
    }

    private byte[] bytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
