package cn.qifeng.evaluation.library.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How the library answers for one evaluation (专家库连线): after each fault it is asked again, after growing pauses.
 *
 * @param fault code of the last refusal; empty while all is well
 * @param sort what it had been asked
 * @param failures faults one after another
 * @param since when the first of them was; machine time
 * @param nextAt not asked again before; machine time
 */
public record LibraryLine(
        UUID session,
        Optional<String> fault,
        LibraryReply.Sort sort,
        int failures,
        Optional<Instant> since,
        Instant nextAt) {

    private static final Duration PAUSE_MAX = Duration.ofMinutes(5);
    private static final int DOUBLINGS_MAX = 9;

    /** A line on which nothing went wrong. */
    public static LibraryLine good(UUID session) {
        return new LibraryLine(session, Optional.empty(), LibraryReply.Sort.POOL, 0, Optional.empty(), Instant.EPOCH);
    }

    /** Whether the library may be asked now. */
    public boolean due(Instant now) {
        return !now.isBefore(nextAt);
    }

    /** One fault more: the pauses are 1 s, 2 s, 4 s, … 5 min. */
    public LibraryLine failed(LibraryReply.Sort asked, String code, Instant now) {
        var pause = Duration.ofSeconds(1L << Math.min(failures, DOUBLINGS_MAX));
        var next = now.plus(pause.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : pause);
        return new LibraryLine(session, Optional.of(code), asked, failures + 1, Optional.of(since.orElse(now)), next);
    }

    /** Whether a fault is another one than the last, so that it is worth an entry. */
    public boolean isNew(LibraryReply.Sort asked, String code) {
        return !fault.equals(Optional.of(code)) || sort != asked;
    }
}
