/** The sandbox issuer over HTTP. */
package cn.qifeng.bond.issuer.web;
