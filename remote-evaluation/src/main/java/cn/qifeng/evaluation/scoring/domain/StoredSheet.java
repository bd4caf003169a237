package cn.qifeng.evaluation.scoring.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a member handed in for one round (已提交评分).
 *
 * @param commitHash commitment, hex
 * @param commitStatement signed statement {@code sheet-commit}, canonical JSON; its note is sealed to the session's set
 * @param shares shares of the note that trustees gave, hex, by certificate id
 * @param sheet the sheet, canonical JSON, once the member revealed it or the set opened it
 */
public record StoredSheet(
        String member,
        int round,
        String commitHash,
        String commitStatement,
        Map<String, String> shares,
        Optional<String> sheet) {

    public StoredSheet {
        shares = Map.copyOf(shares);
    }

    /** A sheet that nobody can read yet. */
    public static StoredSheet sealed(String member, int round, String commitHash, String commitStatement) {
        return new StoredSheet(member, round, commitHash, commitStatement, Map.of(), Optional.empty());
    }

    /** The same sheet among those of another round. */
    public StoredSheet in(int other) {
        return new StoredSheet(member, other, commitHash, commitStatement, shares, sheet);
    }

    /** Whether the sheet is open. */
    public boolean revealed() {
        return sheet.isPresent();
    }

    /** The same sheet, revealed. */
    public StoredSheet revealed(String canonicalSheet) {
        return new StoredSheet(member, round, commitHash, commitStatement, shares, Optional.of(canonicalSheet));
    }

    /** The same sheet with one more share. */
    public StoredSheet with(String trustee, String share) {
        var all = new HashMap<>(shares);
        all.put(trustee, share);
        return new StoredSheet(member, round, commitHash, commitStatement, all, sheet);
    }
}
