/** SM4-GCM and SM3 by libgcrypt, the system's library, where it is there and agrees with BouncyCastle. */
package cn.qifeng.trust.gcrypt;
