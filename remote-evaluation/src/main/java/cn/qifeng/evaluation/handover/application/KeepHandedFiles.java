package cn.qifeng.evaluation.handover.application;

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

    /** Announces a file, and tells how much of it is here already; refuses one that is too long or one too many. */
    @Transactional
    public HandedFile announce(SiteReader reader, UUID booking, String sm3, String name, long length) {
        var handover = lookup.lockOwn(reader, booking);
        handover.requireOwed();
        if (sm3 == null || !SM3.matcher(sm3).matches()) {
            throw HandoverRefusal.FILE_DIFFERS.at("sm3", sm3, "64 hexadecimal digits");
        }
        if (length < 1) {
            throw HandoverRefusal.FILE_EMPTY.at("length", length, "at least 1");
        }
        if (length > settings.fileBytesMax()) {
            throw HandoverRefusal.FILE_TOO_LONG.at("length", length, settings.fileBytesMax());
        }
        requireRoom(booking, sm3, length);
        handovers.announce(booking, new Announced(sm3, named(name), length));
        return file(booking, announced(booking, sm3));
    }

    private void requireRoom(UUID booking, String sm3, long length) {
        long others = handovers.files(booking).stream()
                .filter(it -> !it.sm3().equals(sm3))
                .mapToLong(Announced::length)
                .sum();
        if (others + length > settings.bytesMax()) {
            throw HandoverRefusal.TOO_MUCH.at("length", others + length, settings.bytesMax());
        }
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
        long received = store.append(booking, sm3, announced.length(), offset, part);
        return new HandedFile(sm3, announced.name(), announced.length(), received);
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
        var announced = QuarkusTransaction.requiringNew().call(() -> announced(handover.booking(), sm3));
        if (!file(handover.booking(), announced).whole()) {
            throw HandoverRefusal.FILE_MISSING.at("sm3", sm3, "a file that is here");
        }
        return new Opened(announced, store.read(handover.booking(), sm3));
    }

    /** A file and its bytes (打开的移交文件). */
    public record Opened(Announced file, InputStream bytes) {}

    /** Refuses with {@link HandoverRefusal#FILE_MISSING} unless the file of an item is here, as long as it says. */
    void requireWhole(UUID booking, HandedItem item) {
        var here = handovers.files(booking).stream()
                .filter(it -> it.sm3().equals(item.sm3()))
                .map(it -> file(booking, it))
                .filter(it -> it.whole() && it.length() == item.length());
        if (here.findFirst().isEmpty()) {
            throw HandoverRefusal.FILE_MISSING.at(
                    "items." + item.number() + ".sm3",
                    item.sm3(),
                    "a file that was uploaded, " + item.length() + " bytes");
        }
    }

    private HandedFile file(UUID booking, Announced it) {
        return new HandedFile(it.sm3(), it.name(), it.length(), store.received(booking, it.sm3()));
    }

    private Announced announced(UUID booking, String sm3) {
        return handovers.files(booking).stream()
                .filter(it -> it.sm3().equals(sm3))
                .findFirst()
                .orElseThrow(() -> HandoverRefusal.FILE_MISSING.at("sm3", sm3, "a file that was announced"));
    }
}
