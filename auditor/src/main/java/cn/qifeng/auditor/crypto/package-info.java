/** The auditor's own hashes, signatures, trees and envelopes, written from the specification. */
package cn.qifeng.auditor.crypto;
