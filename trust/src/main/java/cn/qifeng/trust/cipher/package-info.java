/** SM2 primitives, key wraps, and SM4-GCM behind a provider. */
package cn.qifeng.trust.cipher;
