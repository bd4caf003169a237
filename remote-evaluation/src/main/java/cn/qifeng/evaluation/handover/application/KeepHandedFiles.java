package cn.qifeng.evaluation.handover.application;

import cn.qifeng.evaluation.handover.domain.Delivery;
import cn.qifeng.evaluation.handover.domain.HandedFile;
import cn.qifeng.evaluation.handover.domain.HandedItem;
import cn.qifeng.evaluation.handover.domain.Handover;
import cn.qifeng.evaluation.handover.domain.HandoverRefusal;
import cn.qifeng.evaluation.handover.domain.HandoverStore;
import cn.qifeng.evaluation.handover.domain.Handovers;
import cn.qifeng.evaluation.handover.domain.Handovers.Announced;
import cn.qifeng.evaluation.site.application.SiteReader;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Keeps files that a sub-site hands over (移交文件上传). A file is announced by its hash and length and comes in parts; an
 * upload that broke off goes on where it stopped. No transaction waits for a part.
 */
@ApplicationScoped
public class KeepHandedFiles {

    private static final Pattern SM3 = Pattern.compile("[0-9a-f]{64}");
    private static final int NAME_MAX = 120;

    private final Handovers handovers;
    private final HandoverLookup lookup;
    private final HandoverStore store;
    private final HandoverSettings settings;

    KeepHandedFiles(Handovers handovers, HandoverLookup lookup, HandoverStore store, HandoverSettings settings) {
        this.handovers = handovers;
        this.lookup = lookup;
        this.store = store;
        this.settings = settings;
    }

    /**
     * Announces a file, and tells how much of it is here already; refuses one that is too long or one too many. What was
     * announced with another length and is not whole has this one from then on.
     */
    public HandedFile announce(SiteReader reader, UUID booking, String sm3, String name, long length) {
        if (sm3 == null || !SM3.matcher(sm3).matches()) {
            throw HandoverRefusal.FILE_DIFFERS.at("sm3", sm3, "64 hexadecimal digits");
        }
        if (length < 1) {
            throw HandoverRefusal.FILE_EMPTY.at("length", length, "at least 1");
        }
        if (length > settings.fileBytesMax()) {
            throw HandoverRefusal.FILE_TOO_LONG.at("length", length, settings.fileBytesMax());
        }
        var announced = new Announced(sm3, named(name), length);
        QuarkusTransaction.requiringNew().run(() -> announce(reader, booking, announced));
        store.settle(booking, sm3, length);
        return QuarkusTransaction.requiringNew().call(() -> file(booking, announced(booking, sm3)));
    }

    private void announce(SiteReader reader, UUID booking, Announced file) {
        lookup.lockOwn(reader, booking).requireOwed();
        if (!store.whole(booking, file.sm3())) {
            requireRoom(booking, file);
            handovers.announce(booking, file);
        } else if (store.received(booking, file.sm3()) != file.length()) {
            throw HandoverRefusal.FILE_DIFFERS.at("length", file.length(), store.received(booking, file.sm3()));
        }
    }

    private void requireRoom(UUID booking, Announced file) {
        var others = handovers.files(booking).stream()
                .filter(it -> !it.sm3().equals(file.sm3()))
                .toList();
        if (others.size() >= settings.filesMax()) {
            throw HandoverRefusal.TOO_MANY_FILES.at("files", others.size() + 1, settings.filesMax());
        }
        long bytes = others.stream().mapToLong(Announced::length).sum() + file.length();
        if (bytes > settings.bytesMax()) {
            throw HandoverRefusal.TOO_MUCH.at("length", bytes, settings.bytesMax());
        }
    }

    /** The sub-site takes a file back that stands in no list. */
    @Transactional
    public void takeBack(SiteReader reader, UUID booking, String sm3) {
        var handover = lookup.lockOwn(reader, booking);
        handover.requireOwed();
        var file = announced(booking, sm3);
        if (handover.listed().contains(file.sm3())) {
            throw HandoverRefusal.FILE_LISTED.at("sm3", sm3, "a file that stands in no list");
        }
        letGo(booking, file);
    }

    /**
     * Lets go of what stands in no list, when one was signed: scans show papers of people, and what nobody handed over is
     * not kept (个人信息保护法 §19). Done now and not when all is received, of which the sub-site would learn by it.
     */
    void keepListed(Handover handover) {
        var listed = handover.listed();
        handovers.files(handover.booking()).stream()
                .filter(it -> !listed.contains(it.sm3()))
                .forEach(it -> letGo(handover.booking(), it));
    }

    /** First the bytes: a row without them can be uploaded again, bytes without a row would stay. */
    private void letGo(UUID booking, Announced file) {
        store.delete(booking, file.sm3());
        handovers.forget(booking, file.sm3());
    }

    private static String named(String name) {
        var stripped = name == null ? "" : name.strip();
        boolean plain = !stripped.isEmpty()
                && stripped.length() <= NAME_MAX
                && stripped.chars().noneMatch(it -> Character.isISOControl(it) || it == '/' || it == '\\');
        if (!plain) {
            throw HandoverRefusal.FILE_NAME.at("name", name, "1 to " + NAME_MAX + " characters of a file's name");
        }
        return stripped;
    }

    /** Takes the part behind what is here. */
    public HandedFile part(SiteReader reader, UUID booking, String sm3, long offset, byte[] part) {
        if (part == null || part.length == 0 || part.length > settings.partBytesMax()) {
            throw HandoverRefusal.PART_LENGTH.at(
                    "part", part == null ? 0 : part.length, "1 to " + settings.partBytesMax());
        }
        var announced = QuarkusTransaction.requiringNew().call(() -> {
            lookup.own(reader, booking).requireOwed();
            return announced(booking, sm3);
        });
        store.append(booking, sm3, announced.length(), offset, part);
        return file(booking, announced);
    }

    /** Files of a booking as far as they are here, by name. */
    @Transactional
    public List<HandedFile> of(Handover handover) {
        return handovers.files(handover.booking()).stream()
                .map(it -> file(handover.booking(), it))
                .toList();
    }

    /** A file that was handed over, with its name; for main site, supervisor, and whose it is. */
    public Opened open(Handover handover, String sm3) {
        var file = QuarkusTransaction.requiringNew()
                .call(() -> file(handover.booking(), announced(handover.booking(), sm3)));
        if (!file.whole()) {
            throw HandoverRefusal.FILE_MISSING.at("sm3", sm3, "a file that is here");
        }
        return new Opened(file, store.read(handover.booking(), sm3));
    }

    /** A file and its bytes (打开的移交文件). */
    public record Opened(HandedFile file, InputStream bytes) {}

    /** Refuses with {@link HandoverRefusal#FILE_MISSING} unless the files of all uploaded items are here, as long as they say. */
    void requireWhole(UUID booking, List<HandedItem> items) {
        var announced = handovers.files(booking).stream().map(Announced::sm3).collect(Collectors.toSet());
        for (HandedItem item : items) {
            boolean here = item.delivery() == Delivery.CARRIER
                    || announced.contains(item.sm3())
                            && store.whole(booking, item.sm3())
                            && store.received(booking, item.sm3()) == item.length();
            if (!here) {
                throw HandoverRefusal.FILE_MISSING.at(
                        "items." + item.number() + ".sm3",
                        item.sm3(),
                        "a file that was uploaded, " + item.length() + " bytes");
            }
        }
    }

    private HandedFile file(UUID booking, Announced it) {
        boolean whole = store.whole(booking, it.sm3());
        return new HandedFile(it.sm3(), it.name(), it.length(), store.received(booking, it.sm3()), whole);
    }

    private Announced announced(UUID booking, String sm3) {
        return handovers.files(booking).stream()
                .filter(it -> it.sm3().equals(sm3))
                .findFirst()
                .orElseThrow(() -> HandoverRefusal.FILE_MISSING.at("sm3", sm3, "a file that was announced"));
    }
}
