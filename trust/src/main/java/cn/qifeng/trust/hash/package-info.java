/** SM3, HMAC, HKDF and the byte notation of the formats. */
package cn.qifeng.trust.hash;
