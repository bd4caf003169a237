/** One-time codes of RFC 6238 by java-otp. */
package cn.qifeng.trading.party.totp;
