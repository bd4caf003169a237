/** Rules of organisations, people and their certificates. */
package cn.qifeng.trading.party.domain;
