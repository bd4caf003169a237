package cn.qifeng.trading.log.domain;

import java.util.Optional;

/** Repository of the versions of the trust file (信任文件库). */
public interface StoredTrustFiles {

    /** The highest version. */
    Optional<StoredTrustFile> newest();

    /** Adds a version, or replaces the signatures of one. */
    void save(StoredTrustFile file);
}
