package cn.qifeng.trust.stamp;

import java.security.cert.X509Certificate;
import java.time.Instant;

/** What a verified time stamp (时间戳) says: its time, in milliseconds, and under which certificate. */
public record Stamp(Instant at, X509Certificate certificate) {}
