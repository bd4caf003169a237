/** Parties, sessions and tasks over HTTP. */
package cn.qifeng.trading.party.web;
