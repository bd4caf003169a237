/** Bonds over HTTP. */
package cn.qifeng.bond.bond.web;
