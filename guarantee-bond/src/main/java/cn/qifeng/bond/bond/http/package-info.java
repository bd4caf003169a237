/** The issuer over HTTP. */
package cn.qifeng.bond.bond.http;
