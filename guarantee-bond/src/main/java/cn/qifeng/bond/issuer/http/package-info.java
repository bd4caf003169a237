/** Calls the platform back over HTTP. */
package cn.qifeng.bond.issuer.http;
